import type { Status } from "#domain/decision/status.ts";
import { capital } from "#domain/table/sentences.ts";

/** A status as people say it: "In session". */
export function statusWord(status: Status): string {
  return capital(status.replaceAll("-", " "));
}
