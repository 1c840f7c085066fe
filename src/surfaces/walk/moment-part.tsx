import { type ReactNode, useEffect, useRef } from "react";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import styles from "./moment-part.module.css";

interface MomentPartProps {
  /** Another id is another moment: it is announced, and takes a focus that has lost its place. */
  readonly id: string;
  readonly title: string;
  /** What a screen reader is told when the moment begins; the title unless given. */
  readonly announcement?: string;
  /** `large` for what everybody thinks about now. */
  readonly size?: "large" | "medium";
  /** Where no title of a decision stands above it. */
  readonly isFirstHeading?: boolean;
  readonly children?: ReactNode;
}

/** One moment of the walk under its heading. */
export function MomentPart(props: MomentPartProps) {
  const { id, title, announcement = title, size = "large", children } = props;
  const Heading = props.isFirstHeading === true ? "h1" : "h2";
  const heading = useRef<HTMLHeadingElement>(null);
  const announce = useAnnounce();
  useEffect(() => {
    announce(announcement);
    // What had the focus is gone with the last moment. Somebody typing elsewhere is left alone.
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
    // Only a new moment is announced, not a new word in it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id, announce]);
  const held = useRef<Element>(null);
  useEffect(() => {
    // An act can take away what it was pressed on: whoever uses the keyboard goes on from the title.
    const isGone = held.current?.isConnected === false;
    if (isGone && document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
  });
  return (
    // It only remembers where the focus was; the section itself is nothing to press.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.part}
      aria-labelledby="moment"
      onFocus={({ target }) => {
        held.current = target;
      }}
    >
      <Heading id="moment" ref={heading} tabIndex={-1} className={styles[size]}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
