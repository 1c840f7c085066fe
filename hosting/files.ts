import type { HeaderRules, Headers } from "./headers.ts";

/** A host's configuration, ready to use: its file's name and text. */
export interface HostFile {
  readonly name: string;
  /** Whether the host looks for it among the pages themselves. */
  readonly isAmongPages: boolean;
  readonly text: string;
}

/** The same headers in the words of every host. */
export function hostFiles(rules: HeaderRules): readonly HostFile[] {
  return [
    { name: "staticwebapp.config.json", isAmongPages: true, text: azure(rules) },
    { name: "_headers", isAmongPages: true, text: cloudflare(rules) },
    { name: "quorate.nginx.conf", isAmongPages: false, text: nginx(rules) },
    { name: "Caddyfile", isAmongPages: false, text: caddy(rules) },
  ];
}

function lines(headers: Headers, line: (name: string, value: string) => string): string {
  return Object.entries(headers)
    .map(([name, value]) => line(name, value))
    .join("\n");
}

/** @see https://learn.microsoft.com/azure/static-web-apps/configuration */
function azure({ everywhere, assets }: HeaderRules): string {
  const config = {
    // A route's headers stand in for the global ones of the same name.
    routes: [{ route: "/assets/*", headers: assets }],
    globalHeaders: everywhere,
    responseOverrides: { "404": { rewrite: "/404.html" } },
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}

/** @see https://developers.cloudflare.com/pages/configuration/headers/ */
function cloudflare({ everywhere, assets }: HeaderRules): string {
  const set = (name: string, value: string) => `  ${name}: ${value}`;
  // Both blocks hold for assets, and their values would be joined: the first is taken off again.
  const instead = (name: string, value: string) => `  ! ${name}\n${set(name, value)}`;
  return `/*\n${lines(everywhere, set)}\n\n/assets/*\n${lines(assets, instead)}\n`;
}

/** @see https://nginx.org/en/docs/http/ngx_http_headers_module.html */
function nginx({ everywhere, assets }: HeaderRules): string {
  const add = (name: string, value: string) => `    add_header ${name} "${value}" always;`;
  // Not always: a file that is gone must not be remembered as gone for a year.
  const addFound = (name: string, value: string) => `    add_header ${name} "${value}";`;
  const { "Cache-Control": _noCache, ...other } = everywhere;
  const indented = (text: string) => text.replaceAll(/^/gm, "    ");
  return `# Certificates, and the folder the pages are in, are yours to fill in.
server {
    listen 443 ssl;
    server_name quorate.example.com;
    ssl_certificate /etc/ssl/quorate.pem;
    ssl_certificate_key /etc/ssl/quorate.key;

    root /var/www/quorate;
    index index.html;
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json image/svg+xml;

${lines(everywhere, add)}

    location /assets/ {
        # A location with headers of its own takes none from outside.
${indented(lines(other, add))}
${indented(lines(assets, addFound))}
    }
}
`;
}

/** @see https://caddyserver.com/docs/caddyfile/directives/header */
function caddy({ everywhere, assets }: HeaderRules): string {
  const set = (name: string, value: string) => `\t\t${name} "${value}"`;
  const isOverruled = ([name]: readonly [string, string]) => name in assets;
  const entries = Object.entries(everywhere);
  const shared = Object.fromEntries(entries.filter((entry) => !isOverruled(entry)));
  const others = Object.fromEntries(entries.filter(isOverruled));
  // Caddy puts narrower rules first, so that a wider one would have the last word: these exclude each other.
  return `# The host name, and the folder the pages are in, are yours to fill in.
quorate.example.com {
	root * /var/www/quorate
	encode zstd gzip

	header {
${lines(shared, set)}
	}
	@others not path /assets/*
	header @others {
${lines(others, set)}
	}
	@assets path /assets/*
	header @assets {
${lines(assets, set)}
	}

	file_server
	handle_errors {
		# A file that is gone must not be remembered as gone for a year.
		header Cache-Control "no-store"
		respond "{err.status_code} {err.status_text}"
	}
}
`;
}
