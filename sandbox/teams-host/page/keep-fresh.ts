const pauseMilliseconds = 2000;

/** Runs a read again and again while the page can be seen; one at a time. */
export function keepFresh(read: () => Promise<void>): void {
  const later = () => setTimeout(() => void again(), pauseMilliseconds);
  async function again(): Promise<void> {
    if (document.visibilityState === "visible") await read().catch(() => undefined);
    later();
  }
  later();
}
