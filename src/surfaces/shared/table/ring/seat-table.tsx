import { hidden } from "#surfaces/shared/frame/hidden.ts";
import type { Done } from "#surfaces/shared/table/seat-list.tsx";
import type { SeatLook } from "#surfaces/shared/table/seat-look.ts";

interface SeatTableProps {
  readonly seats: readonly SeatLook[];
  readonly done?: Done;
}

/** What the ring shows, as a table to be read out. */
export function SeatTable({ seats, done }: SeatTableProps) {
  return (
    // A table is never narrower than its words, so what hides it stands around it.
    <div className={hidden}>
      <table>
        <caption>The table</caption>
        <thead>
          <tr>
            <th scope="col">Function</th>
            <th scope="col">Part</th>
            <th scope="col">Person</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {seats.map((look) => (
            <tr key={look.id}>
              <th scope="row">{look.function}</th>
              <td>{look.part}</td>
              <td>{look.name ?? "nobody yet"}</td>
              <td>
                {look.standing}
                {done?.seats.has(look.id) === true && `, ${done.word}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
