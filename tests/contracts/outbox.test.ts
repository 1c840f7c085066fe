import { memoryOutbox } from "../doubles/memory-outbox.ts";
import { describeOutbox } from "./outbox.ts";

describeOutbox("in memory", () => {
  const outbox = memoryOutbox();
  return Promise.resolve({ openWindow: () => Promise.resolve(outbox) });
});
