import type { Meeting, Person } from "../protocol/viewer.ts";

/** What a person is in the meeting, as far as its invitation tells. */
export function standingOf(
  { id }: Person,
  meeting: Meeting | undefined,
): "organizer" | "declined" | "" {
  if (id === meeting?.organizerId) return "organizer";
  return meeting?.responses.get(id) === "declined" ? "declined" : "";
}

/** What to say under a person's name: where they come from, and their standing in the meeting. */
export function noteOn(person: Person, meeting: Meeting | undefined): string {
  const from = person.userType === "Guest" ? "Guest" : person.department;
  return [from, standingOf(person, meeting)].filter(Boolean).join(" · ");
}
