import { useEffect, useState } from "react";

/** The time, looked at again so often. */
export function useTick(now: () => number, everyMs = 1000): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), everyMs);
    return () => clearInterval(timer);
  }, [now, everyMs]);
  return time;
}
