/** Who is who in the sandbox's forecasting meeting. */
export const people = {
  /** Head of Sales: organizes the meeting, owns the site. */
  sofia: "10000000-0000-4000-8000-000000000001",
  /** IT; owns the site. */
  kwame: "10000000-0000-4000-8000-000000000002",
  /** HR. */
  ines: "10000000-0000-4000-8000-000000000003",
  /** Finance; declined the invitation. */
  henrik: "10000000-0000-4000-8000-000000000004",
  /** Sales Operations. */
  meiling: "10000000-0000-4000-8000-000000000005",
  /** A guest of Brightwater, who may read the site. */
  daniel: "10000000-0000-4000-8000-000000000006",
  /** IT; has no access to the site. */
  priya: "10000000-0000-4000-8000-000000000007",
  /** Finance; not invited, joined. */
  tomasz: "10000000-0000-4000-8000-000000000008",
} as const;
