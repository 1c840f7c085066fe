import type { Person } from "./directory.ts";

/** A role of the directory, as Entra ships it to every tenant. */
interface DirectoryRole {
  readonly displayName: Person["directoryRoles"][number];
  readonly templateId: string;
  readonly description: string;
  readonly administers: readonly Duty[];
}

/** What an administrator may be there for. */
type Duty = "sharepoint" | "applications";

/** The roles that matter to an app of this kind. @see https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
export const directoryRoles: readonly DirectoryRole[] = [
  {
    displayName: "Global Administrator",
    templateId: "62e90394-69f5-4237-9190-012177145e10",
    description: "Manages everything that uses the tenant's identities.",
    administers: ["sharepoint", "applications"],
  },
  {
    displayName: "SharePoint Administrator",
    templateId: "f28a1f50-f6e7-4571-818b-6a12f2af6b6c",
    description: "Manages all of SharePoint.",
    administers: ["sharepoint"],
  },
  {
    displayName: "Cloud Application Administrator",
    templateId: "158c047a-c907-4556-b7ef-446551a6b5f7",
    description: "Registers and manages apps, and consents for the tenant.",
    administers: ["applications"],
  },
];

/** Whether a person administers a part of the tenant. */
export function administers(person: Person, duty: Duty): boolean {
  return directoryRoles.some(
    (role) => person.directoryRoles.includes(role.displayName) && role.administers.includes(duty),
  );
}
