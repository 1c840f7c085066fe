import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { later } from "#surfaces/walk/later/later.tsx";
import { inJsdom } from "../../in-jsdom.ts";

inJsdom();

function Result({ text }: { readonly text: string }) {
  return <p>{text}</p>;
}

describe("a part that is fetched on its own", () => {
  it("says that it is on its way, then shows what it was given", async () => {
    const Later = later(() => Promise.resolve(Result));
    render(<Later text="Passed" />);
    expect(screen.getByText("This part is on its way.")).toBeDefined();

    expect(await screen.findByText("Passed")).toBeDefined();
  });

  it("is there at once where it was fetched ahead", async () => {
    const Later = later(() => Promise.resolve(Result));
    await Later.fetch();
    render(<Later text="Passed" />);

    expect(screen.getByText("Passed")).toBeDefined();
  });

  it("is fetched once, however often it is shown", async () => {
    let fetched = 0;
    const Later = later(() => Promise.resolve(Result).finally(() => (fetched += 1)));
    await Later.fetch();
    await Later.fetch();
    render(<Later text="Passed" />);

    expect(fetched).toBe(1);
  });

  it("asks to try again where it did not come, and comes then", async () => {
    const answers = [() => Promise.reject(new Error("offline")), () => Promise.resolve(Result)];
    const Later = later(() => (answers.shift() ?? (() => Promise.resolve(Result)))());
    render(<Later text="Passed" />);
    await userEvent.setup().click(await screen.findByRole("button", { name: "Try again" }));

    expect(await screen.findByText("Passed")).toBeDefined();
  });

  it("leaves a failed early fetch for later, without a word", async () => {
    const Later = later<{ readonly text: string }>(() => Promise.reject(new Error("offline")));

    await expect(Later.fetch()).resolves.toBeUndefined();
  });
});
