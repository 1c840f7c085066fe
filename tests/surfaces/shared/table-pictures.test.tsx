import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { replay } from "#domain/meeting.ts";
import { driverPlaces, stakeholderPlaces } from "#surfaces/shared/table/ring/ring-places.ts";
import { seatLooks } from "#surfaces/shared/table/seat-look.ts";
import { TableLine } from "#surfaces/shared/table/table-line.tsx";
import { TableRing } from "#surfaces/shared/table/ring/table-ring.tsx";
import { TableStrip } from "#surfaces/shared/table/table-strip.tsx";
import { inJsdom } from "../in-jsdom.ts";
import { entriesOf, gathered, helena, prepared, seat } from "../meeting-fixtures.ts";

inJsdom();

const seats = seatLooks(replay(entriesOf(gathered)));

describe("the ring", () => {
  it("is a real table to be read out, one row a seat", () => {
    render(<TableRing seats={seats}>Who is here</TableRing>);

    const table = within(screen.getByRole("table", { name: "The table" }));
    expect(table.getAllByRole("row")).toHaveLength(seats.length + 1);
    expect(table.getByRole("row", { name: "Sales decides Helena Sommer here" })).toBeDefined();
  });

  it("lets a seat be picked where there is something to do with it", async () => {
    const picked: string[] = [];
    render(<TableRing seats={seats} onSeat={(id) => picked.push(id)} />);
    await userEvent.click(
      screen.getByRole("button", { name: /Finance, driver: Felix Brandt, here/ }),
    );

    expect(picked).toEqual(["seat-finance"]);
  });

  it("has no buttons where it is only a picture", () => {
    render(<TableRing seats={seats} />);

    expect(screen.queryByRole("button")).toBeNull();
  });

  it.each([1, 2, 5, 7, 12])("gives each of %i drivers a place of their own", (drivers) => {
    const places = driverPlaces(drivers).map(
      ({ left, top }) => `${left.toFixed(2)}/${top.toFixed(2)}`,
    );

    expect(new Set(places).size).toBe(drivers);
  });

  it.each([1, 3, 8])("keeps %i stakeholders inside the picture", (stakeholders) => {
    const places = stakeholderPlaces(stakeholders);

    expect(places).toHaveLength(stakeholders);
    expect(places.every(({ left, top }) => left > 4 && left < 96 && top > 4 && top < 96)).toBe(
      true,
    );
  });
});

describe("the strip", () => {
  it("says in one sentence who is here", () => {
    render(<TableStrip seats={seatLooks(replay(entriesOf(prepared)))} />);

    expect(
      screen.getByText("The table: 0 of 5 drivers here, 2 stakeholders. Show who is who."),
    ).toBeDefined();
  });

  it("counts the seats that do not fit", () => {
    const many = ["Marketing", "Security", "Product", "Operations"].map(
      (name) => [helena, seat(undefined, name)] as const,
    );
    render(<TableStrip seats={seatLooks(replay(entriesOf([...gathered, ...many])))} />);

    expect(screen.getByText("+4")).toBeDefined();
  });
});

describe("the line", () => {
  it("says its three marks in words", () => {
    render(
      <TableLine
        driversPresent={5}
        drivers={6}
        functionsCovered={4}
        functionsNeeded={4}
        dissent={1}
      />,
    );

    expect(
      screen.getByText("5 of 6 drivers present, 4 of 4 functions covered, dissent of 1 driver"),
    ).toBeDefined();
  });
});
