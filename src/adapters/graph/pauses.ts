/** Until when services asked to be left alone. */
export interface Pauses {
  /** Epoch milliseconds; 0 where the service never asked. */
  untilMs(service: string): number;
  /** Notes a pause; a shorter one never ends a longer one early. */
  hold(service: string, untilMs: number): void;
}

/** Pauses of this window alone. */
export function ownPauses(): Pauses {
  const held = new Map<string, number>();
  const untilMs = (service: string) => held.get(service) ?? 0;
  return {
    untilMs,
    hold: (service, until) => void held.set(service, Math.max(until, untilMs(service))),
  };
}
