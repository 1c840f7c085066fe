import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { type FailureDetails, type FailureKind, StoreError } from "#flows/store-error.ts";
import { failureNotice, signInFirst } from "#main/opening/notices.tsx";
import { inJsdom } from "../surfaces/in-jsdom.ts";

inJsdom();

function failing(kind: FailureKind, message: string, details: FailureDetails = {}) {
  let again = 0;
  const asked: (readonly string[])[] = [];
  const askConsent = (scopes: readonly string[]) => Promise.resolve(void asked.push(scopes));
  const notice = failureNotice(new StoreError(kind, message, details), {
    again: () => Promise.resolve(void (again += 1)),
    tenant: { askConsent } as unknown as Parameters<typeof failureNotice>[1]["tenant"],
  });
  render(notice);
  return { asked, tries: () => again, user: userEvent.setup() };
}

describe("a surface that cannot open", () => {
  it("names what is wrong in config.json, for whoever put it there", () => {
    failing("rejected", "https://tab.example/config.json: siteID: is not a setting", {
      code: "config",
    });

    expect(screen.getByRole("heading").textContent).toContain("web server");
    expect(screen.getByText(/siteID: is not a setting/u)).toBeDefined();
  });

  it("says to people of another organization what they can do", () => {
    failing("forbidden", "Sign-in: AADSTS50020", { code: "other-tenant" });

    expect(screen.getByRole("heading").textContent).toContain("another organization");
    expect(screen.getByText(/invite you as a guest/u)).toBeDefined();
    expect(screen.getByText("Sign-in: AADSTS50020")).toBeDefined();
  });

  it("asks for the permission that lacks, then tries again", async () => {
    const scopes = ["Sites.Selected"];
    const { asked, tries, user } = failing("consent-needed", "no", { scopes });
    await user.click(screen.getByRole("button", { name: "Allow access" }));

    expect([asked, tries()]).toEqual([[scopes], 1]);
    expect(screen.getByText("Permission asked for: Sites.Selected")).toBeDefined();
  });

  it("shows the administrator what Microsoft said, and tries again when asked", async () => {
    const { tries, user } = failing("unavailable", "503", { code: "busy", requestId: "r-1" });
    await user.click(screen.getByRole("button", { name: "Try again" }));

    expect(tries()).toBe(1);
    expect(screen.getByText("busy · Request r-1")).toBeDefined();
  });
});

describe("the log outside Teams, before anybody is signed in", () => {
  it("offers to sign in", async () => {
    let left = 0;
    render(signInFirst({ signIn: () => Promise.resolve(void (left += 1)) }));
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));

    expect(left).toBe(1);
  });
});
