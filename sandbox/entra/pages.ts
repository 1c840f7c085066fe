import { html, raw } from "hono/html";
import type { Person } from "../directory/directory.ts";
import type { Html } from "../list-pages/cell.ts";
import { style } from "../list-pages/style.ts";
import type { TurnedDown } from "./wish.ts";

const looks = `${style}
main { max-width: 480px; margin: 0 auto; }
main form { margin: 0; flex-direction: column; align-items: stretch; }
main button { text-align: left; padding: 10px 14px; overflow-wrap: anywhere; }
main .way { display: flex; gap: 8px; }
`;

/** The page that asks who signs in. */
export function choosingPage(people: readonly Person[]): Html {
  const choices = people.map(
    ({ id, displayName, userPrincipalName }) =>
      html`<button name="person" value="${id}">
        <strong>${displayName}</strong><br /><span class="soft">${userPrincipalName}</span>
      </button>`,
  );
  return page("Pick an account", html`<form method="post">${choices}</form>`);
}

/** The page that asks a person to consent. */
export function consentPage(person: Person, scopes: readonly string[]): Html {
  return page(
    "Permissions requested",
    html`<p>${person.displayName}, Quorate would like to:</p>
      <ul>
        ${scopes.map((scope) => html`<li>${scope}</li>`)}
      </ul>
      <form method="post">
        <input type="hidden" name="person" value="${person.id}" />
        <span class="way">
          <button name="answer" value="accept">Accept</button>
          <button name="answer" value="cancel">Cancel</button>
        </span>
      </form>`,
  );
}

/** The page for what only an administrator may consent to. */
export function approvalPage(person: Person, scopes: readonly string[], back: string): Html {
  return page(
    "Need admin approval",
    html`<p>
        Quorate needs permission that only an administrator can grant: ${scopes.join(", ")}.
        ${person.displayName} cannot.
      </p>
      <p><a href="${back}">Return to the application without granting consent</a></p>`,
  );
}

/** The page for a request that is wrong in itself. */
export function refusalPage({ code, sentence }: TurnedDown): Html {
  return page("Sorry, but we’re having trouble signing you in.", html`<p>${code}: ${sentence}</p>`);
}

/** The page after signing out where there is nowhere to go back to. */
export function signedOutPage(): Html {
  return page("You signed out of your account", html`<p>You can close this page.</p>`);
}

function page(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}: sandbox sign-in</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(looks)}
        </style>
      </head>
      <body>
        <header><span class="site">Sandbox sign-in</span></header>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}
