import { whole } from "./figures.ts";
import { type Scenario, simulate } from "../scenario.ts";
import { tiers } from "../model/tenant.ts";

const sizes = [7, 12, 20, 50, 100, 200, 300, 500, 700, 1000];
const ways: readonly (readonly [name: string, color: string, way: Partial<Scenario>])[] = [
  ["word of every row for everybody", "#bc4b09", { isPushUp: true, hasStepPush: false }],
  ["word of steps for stakeholders", "#0f6cbd", { isPushUp: true }],
  ["no push", "#616161", { isPushUp: false }],
];

const [width, height, left, right, top, bottom] = [760, 400, 64, 226, 20, 48];
const mostUnits = 3250;
const mostPeople = 1000;

/** Units a minute of a walk by attendees, as a picture: what is asked for where nothing is refused. */
export async function chart(): Promise<string> {
  const lines: string[] = [];
  for (const [name, color, way] of ways) {
    const points: (readonly [people: number, units: number])[] = [];
    for (const attendees of sizes) {
      const base = { attendees, meetings: 1, isPushUp: true, unitsPerMinute: 1_000_000 };
      const { unitsAtWork } = await simulate({ ...base, ...way });
      points.push([attendees, unitsAtWork]);
    }
    lines.push(curve(name, color, points));
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Resource units a minute by attendees" font-family="Segoe UI, sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...axes(),
    ...lines,
    "</svg>",
    "",
  ].join("\n");
}

function x(people: number): string {
  return (left + (people / mostPeople) * (width - left - right)).toFixed(1);
}

function y(units: number): string {
  return (height - bottom - (units / mostUnits) * (height - top - bottom)).toFixed(1);
}

function axes(): readonly string[] {
  const people = [0, 100, 300, 500, 700, 1000].map(
    (count) =>
      `<text x="${x(count)}" y="${height - bottom + 18}" text-anchor="middle">${whole(count)}</text>`,
  );
  const units = [0, 500, 1000, 1500, 2000, 2500, 3000].map(
    (count) =>
      `<path d="M${x(0)} ${y(count)}H${x(mostPeople)}" stroke="#e0e0e0"/><text x="${left - 8}" y="${y(count - 30)}" text-anchor="end">${whole(count)}</text>`,
  );
  const budgets = [tiers[0].unitsPerMinute / 2, tiers[0].unitsPerMinute].map(
    (budget, index) =>
      `<path d="M${x(0)} ${y(budget)}H${x(mostPeople)}" stroke="#242424" stroke-dasharray="4 4"/><text x="${x(mostPeople)}" y="${y(budget + 30)}" text-anchor="end">${index === 0 ? "half of it" : "the smallest tenant's budget"}</text>`,
  );
  return [
    ...units,
    ...budgets,
    ...people,
    `<text x="${x(mostPeople / 2)}" y="${height - 10}" text-anchor="middle">people in one meeting</text>`,
    `<text x="${left - 48}" y="${top - 6}">units a minute</text>`,
  ];
}

function curve(
  name: string,
  color: string,
  points: readonly (readonly [people: number, units: number])[],
): string {
  const inside = points.filter(([, units]) => units <= mostUnits);
  const path = inside.map(([people, units]) => `${x(people)} ${y(units)}`).join("L");
  const [people, units] = inside[inside.length - 1] ?? [0, 0];
  const dots = inside.map(
    ([at, of]) => `<circle cx="${x(at)}" cy="${y(of)}" r="3" fill="${color}"/>`,
  );
  const label = `<text x="${Number(x(people)) + 8}" y="${Number(y(units)) + 4}" fill="${color}">${name}</text>`;
  return `<path d="M${path}" fill="none" stroke="${color}" stroke-width="2"/>${dots.join("")}${label}`;
}
