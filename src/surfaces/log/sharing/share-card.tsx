import type { Exported } from "#domain/export/exported.ts";
import { summary } from "#domain/export/summary.ts";
import { decisionCard } from "#domain/sharing/card.ts";
import type { MeetingChat } from "#flows/sharing/sharing-ports.ts";
import { TextToSend } from "#surfaces/page/text-to-send.tsx";
import { Button } from "@fluentui/react-components";
import { useCallback } from "react";
import { Said } from "./said.tsx";
import styles from "./sharing.module.css";
import { type SharingState, useSharing } from "./use-sharing.ts";

interface ShareCardProps {
  readonly exported: Exported;
  readonly chat: MeetingChat;
  readonly askConsent: (scopes: readonly string[]) => Promise<void>;
}

/** A decision as a card in the chat of its meeting: posted when pressed, and never by itself. */
export function ShareCard({ exported, chat, askConsent }: ShareCardProps) {
  const post = useCallback(
    () => chat.post(exported.row.meeting, decisionCard(exported)),
    [chat, exported],
  );
  const { state, begin, allow } = useSharing(post, askConsent, sentenceOf);
  const sentence = sentenceOf(state);
  return (
    <section className={styles.way} aria-label="Card in the meeting chat">
      <p className={styles.what}>
        <span className={styles.name}>Card in the meeting chat</span>{" "}
        <span className={styles.use}>Everybody in the chat sees it, posted in your name</span>
      </p>
      {state.kind !== "done" && (
        <Button
          appearance={state.kind === "consent" ? "primary" : "secondary"}
          disabledFocusable={state.kind === "busy"}
          onClick={state.kind === "consent" ? allow : begin}
        >
          {buttonWords[state.kind]}
        </Button>
      )}
      <Said sentence={sentence} takesFocus={state.kind === "done"} />
      {state.kind === "refused" && (
        <div className={styles.instead}>
          <TextToSend label="Text to send instead" text={summary(exported)} />
        </div>
      )}
    </section>
  );
}

const buttonWords = {
  ready: "Post the card",
  busy: "Post the card",
  consent: "Allow and post",
  doubt: "Post it again",
  refused: "Post it again",
} as const;

function sentenceOf(state: SharingState<unknown>): string | undefined {
  switch (state.kind) {
    case "ready":
      return undefined;
    case "busy":
      return "Posting…";
    case "done":
      return "Posted. Look for it in the chat of the meeting.";
    case "consent":
      return "To post in your name, Quorate needs your permission to send chat messages. It sends only what you press for.";
    case "doubt":
      return "No answer came. The card may be in the chat already: look there before you post it again.";
    case "refused":
      return refusedSentence(state.why.kind);
  }
}

function refusedSentence(kind: string): string {
  switch (kind) {
    case "consent-needed":
      return "Without your permission nothing is posted. Copy the text and send it yourself.";
    case "forbidden":
    case "not-found":
      return "You cannot post in this chat from here. Copy the text and send it yourself.";
    case "throttled":
      return "Teams is busy, and nothing was posted. Wait a moment, then post it again.";
    default:
      return "Teams did not take the card. Copy the text and send it yourself.";
  }
}
