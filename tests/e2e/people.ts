/** Who is who in the sandbox's forecasting meeting: ids by first name. */
export const people = {
  /** Head of Sales: organizes the meeting, owns the site. */
  sofia: "10000000-0000-4000-8000-000000000001",
  /** IT; owns the site. */
  kwame: "10000000-0000-4000-8000-000000000002",
  /** HR. */
  ines: "10000000-0000-4000-8000-000000000003",
  /** Sales Operations. */
  meiling: "10000000-0000-4000-8000-000000000005",
  /** A guest of Brightwater, who may read the site. */
  daniel: "10000000-0000-4000-8000-000000000006",
  /** IT; has no access to the site. */
  priya: "10000000-0000-4000-8000-000000000007",
  /** Finance; not invited, joined. */
  tomasz: "10000000-0000-4000-8000-000000000008",
} as const;

export type Name = keyof typeof people;

/** Whose id this is. */
export function nameOf(id: string): Name {
  const names = Object.keys(people) as Name[];
  const name = names.find((one) => people[one] === id);
  if (name === undefined) throw new Error(`Nobody in the tests has the id ${id}.`);
  return name;
}

/** The five who decide in the tests: one driver for each function the outcome needs. */
export const drivers = ["sofia", "kwame", "ines", "meiling", "tomasz"] as const satisfies Name[];
