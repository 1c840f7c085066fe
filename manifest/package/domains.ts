interface Addresses {
  readonly configurableTabs?: readonly { readonly configurationUrl: string }[];
  readonly staticTabs?: readonly { readonly contentUrl?: string }[];
  readonly validDomains?: readonly string[];
  readonly webApplicationInfo?: {
    readonly nestedAppAuthInfo?: readonly { readonly redirectUri: string }[];
  };
}

/**
 * What would keep Teams from opening the pages, or open it to others': every page's host must be a
 * valid domain, nothing else may be one, and sign-in goes back to that host.
 */
export function domainProblems(manifest: unknown): readonly string[] {
  const { configurableTabs, staticTabs, validDomains, webApplicationInfo } = manifest as Addresses;
  const pages = [
    ...(configurableTabs ?? []).map((tab) => tab.configurationUrl),
    ...(staticTabs ?? []).flatMap(({ contentUrl }) => contentUrl ?? []),
  ];
  const hosts = new Set(
    pages.filter((page) => URL.canParse(page)).map((page) => new URL(page).host),
  );
  const domains = new Set(validDomains);
  const brokers = (webApplicationInfo?.nestedAppAuthInfo ?? []).map((entry) => entry.redirectUri);
  return [
    ...[...hosts]
      .filter((host) => !domains.has(host))
      .map((host) => `validDomains lacks ${host}: add it, or Teams will not open the pages there.`),
    ...[...domains]
      .filter((domain) => !hosts.has(domain))
      .map((domain) => `validDomains names ${domain}, where no page is: take it out.`),
    ...brokers
      .filter((uri) => !hosts.has(uri.replace(/^brk-multihub:\/\//, "")))
      .map((uri) => `nestedAppAuthInfo goes back to ${uri}: make it brk-multihub:// and the host.`),
  ];
}
