import type { Person } from "./directory.ts";

const GIVEN =
  "Anna Ben Chiara Dmitri Elif Farid Grace Hanna Ivo Jonas Kaya Lena Malik Nadia Oskar Paula Quentin Rosa Samir Tessa Umar Vera Wanda Xavier Yara Zeno".split(
    " ",
  );
const FAMILY =
  "Acheson Baumann Castillo Dubois Eriksen Fischer Grabowski Hughes Ivanova Jansen Keller Laurent Moretti Nyberg Okonkwo Petrov Quist Ribeiro Sato Tanaka Ulrich Vasquez Weber Xu Yilmaz Zimmer".split(
    " ",
  );
const FUNCTIONS: readonly (readonly [department: string, jobTitle: string])[] = [
  ["Sales", "Account Manager"],
  ["IT", "Platform Engineer"],
  ["HR", "People Partner"],
  ["Finance", "Controller"],
  ["Sales Operations", "Sales Analyst"],
  ["Marketing", "Campaign Lead"],
  ["Legal", "Counsel"],
  ["Security", "Security Analyst"],
  ["Data", "Data Scientist"],
  ["Operations", "Site Manager"],
  ["Product", "Product Manager"],
];

/** A repeatable stream of numbers in [0, 1): the same seed tells the same story (mulberry32). */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** So many members of the tenant with plausible names and functions, the same for the same seed. */
export function generatePeople(count: number, seed: number, domain: string): Person[] {
  const chance = seededChance(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(chance() * items.length)] as Item;
  return Array.from({ length: count }, (_, index) => {
    const [given, family, [department, jobTitle]] = [pick(GIVEN), pick(FAMILY), pick(FUNCTIONS)];
    const number = index + 1;
    return {
      id: `11000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
      displayName: `${given} ${family}`,
      // Names repeat in any company of this size; the number keeps the address apart.
      userPrincipalName: `${given}.${family}${number}@${domain}`.toLowerCase(),
      userType: "Member",
      department,
      jobTitle,
      photo: number % 3 === 0,
      directoryRoles: [],
    };
  });
}
