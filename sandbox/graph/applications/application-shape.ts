import * as v from "valibot";

const Guid = v.pipe(v.string(), v.uuid("it is no GUID."));
const Text = v.nullable(v.string());
const Uri = v.pipe(v.string(), v.maxLength(256, "a redirect URI has at most 256 characters."));
/** What a page may be sent back to: https, this machine, or the broker of a nested app. */
const PageUri = v.pipe(
  Uri,
  v.regex(
    /^(https:\/\/[^*\s#]+|http:\/\/localhost(:\d+)?(\/[^*\s#]*)?|brk-[A-Za-z0-9-]+:\/\/[^*\s/#]+)$/,
    "a redirect URI starts with https://, http://localhost or brk-multihub://, without wildcards.",
  ),
);

/** The properties of an application that may be set. @see https://learn.microsoft.com/graph/api/resources/application */
const settable = {
  description: v.optional(Text),
  uniqueName: v.optional(Text),
  notes: v.optional(Text),
  tags: v.optional(v.array(v.string())),
  identifierUris: v.optional(v.array(v.string())),
  isFallbackPublicClient: v.optional(v.nullable(v.boolean())),
  signInAudience: v.optional(
    v.picklist([
      "AzureADMyOrg",
      "AzureADMultipleOrgs",
      "AzureADandPersonalMicrosoftAccount",
      "PersonalMicrosoftAccount",
    ]),
  ),
  spa: v.optional(v.strictObject({ redirectUris: v.array(PageUri) })),
  publicClient: v.optional(v.strictObject({ redirectUris: v.array(Uri) })),
  web: v.optional(
    v.strictObject({
      redirectUris: v.optional(v.array(PageUri)),
      homePageUrl: v.optional(Text),
      logoutUrl: v.optional(Text),
      implicitGrantSettings: v.optional(
        v.strictObject({
          enableIdTokenIssuance: v.optional(v.boolean()),
          enableAccessTokenIssuance: v.optional(v.boolean()),
        }),
      ),
    }),
  ),
  api: v.optional(
    v.strictObject({
      requestedAccessTokenVersion: v.optional(v.nullable(v.picklist([1, 2]))),
      oauth2PermissionScopes: v.optional(v.array(v.looseObject({ id: Guid }))),
      preAuthorizedApplications: v.optional(v.array(v.looseObject({ appId: Guid }))),
      knownClientApplications: v.optional(v.array(Guid)),
      acceptMappedClaims: v.optional(v.nullable(v.boolean())),
    }),
  ),
  requiredResourceAccess: v.optional(
    v.array(
      v.strictObject({
        resourceAppId: Guid,
        resourceAccess: v.array(v.strictObject({ id: Guid, type: v.picklist(["Scope", "Role"]) })),
      }),
    ),
  ),
};
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(256));

/** A new application: it needs a name, and nothing else. */
export const NewApplication = v.strictObject({ displayName: Name, ...settable });
/** What may be changed of an application. */
export const ChangedApplication = v.strictObject({ displayName: v.optional(Name), ...settable });
