import { invalidArgument } from "../errors.ts";

/**
 * A custom formatter as SharePoint keeps it: JSON text of an object, or nothing.
 *
 * @throws RestError 400 for text that is no JSON object.
 */
export function checkFormatter(text: string): string {
  if (text === "") return text;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return text;
  } catch {
    // Said below, in the same words.
  }
  return invalidArgument("The custom formatter is no JSON object.");
}
