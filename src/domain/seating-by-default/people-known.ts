import type { Attendee } from "#domain/table/attendee.ts";
import type { Person } from "#domain/table/person.ts";
import type { NamedPerson } from "#domain/table/standing-role.ts";

/**
 * Who somebody named in a list is: by Entra id, else by mail among the invited, else by a name that
 * only one of the invited has. Undefined where that leaves it open: a wrong person is worse.
 */
export function personKnownAs(
  named: NamedPerson,
  attendees: readonly Attendee[],
): Person | undefined {
  const people = attendees.flatMap(({ person, mail = person?.mail }) =>
    person === undefined ? [] : [{ person, mail }],
  );
  const byId = people.find(({ person }) => person.id === named.id);
  if (byId !== undefined) return byId.person;
  if (named.id !== undefined) {
    const { id, name, mail } = named;
    return { id, name, ...(mail !== undefined && { mail }) };
  }
  if (named.mail !== undefined) {
    const mail = keyOf(named.mail);
    const byMail = people.find((one) => one.mail !== undefined && keyOf(one.mail) === mail);
    if (byMail !== undefined) return byMail.person;
  }
  const alike = people.filter(({ person }) => keyOf(person.name) === keyOf(named.name));
  return alike.length === 1 ? alike[0]?.person : undefined;
}

function keyOf(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase();
}
