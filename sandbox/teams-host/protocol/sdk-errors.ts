/** The error codes of teams-js that this host uses. */
const codes = {
  unsupported: 100,
  internal: 500,
  "wrong-context": 501,
  "permission-denied": 1000,
  arguments: 4000,
} as const;

/** An error as teams-js passes it to the app. */
export interface SdkError {
  readonly errorCode: number;
  readonly message: string;
}

/** An error of this kind, in the shape of teams-js. */
export function sdkError(kind: keyof typeof codes, message: string): SdkError {
  return { errorCode: codes[kind], message };
}
