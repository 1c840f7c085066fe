import type { Frame } from "./frames.ts";

/**
 * What this host says it can do, in the shape teams-js parses (runtime version 4).
 * There is no key for meetings: those calls depend on the frame's context alone.
 */
function runtimeConfig(withSignIn: boolean) {
  return {
    apiVersion: 4,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    isNAAChannelRecommended: withSignIn,
    isDeeplyNestedAuthSupported: false,
    isLegacyTeams: false,
    supports: {
      app: { notifySuccessResponse: {} },
      dialog: { url: { parentCommunication: {} }, update: {} },
      pages: { config: {}, currentApp: {} },
      ...(withSignIn && { nestedAppAuth: {} }),
    },
  };
}

/**
 * The answer to `initialize`.
 *
 * Order and shape matter: the sign-in bridge is read from the fourth place only, and a version
 * with two parts in the third would be taken for a number and refused.
 */
export function handshake(frame: Frame): readonly unknown[] {
  const withSignIn = frame.viewer().troubles.signIn !== "no-bridge";
  return [frame.context, "web", "2.1.0", JSON.stringify(runtimeConfig(withSignIn))];
}
