const pauseMilliseconds = 2000;

/** Runs a read again and again while the page can be seen; one at a time. */
export function keepFresh(read: () => Promise<void>): void {
  const again = async () => {
    if (document.visibilityState === "visible") await read().catch(() => undefined);
    setTimeout(again, pauseMilliseconds);
  };
  setTimeout(again, pauseMilliseconds);
}
