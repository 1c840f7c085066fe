/** Where a seat stands in the ring, in per cent of the picture, and where its label goes. */
export interface RingPlace {
  readonly left: number;
  readonly top: number;
  readonly label: "above" | "below";
}

/** The oval of the table, in per cent of the picture. */
const oval = { centre: 50, across: 27, down: 27 } as const;

/** Drivers around the oval, along its long sides so that their labels have room. */
export function driverPlaces(drivers: number): readonly RingPlace[] {
  const above = Math.ceil(drivers / 2);
  const below = drivers - above;
  return [...alongSide(above, "above"), ...alongSide(below, "below").toReversed()];
}

/** Stakeholders as a looser arc outside: right and left in turn. */
export function stakeholderPlaces(stakeholders: number): readonly RingPlace[] {
  const right = Math.ceil(stakeholders / 2);
  const left = stakeholders - right;
  const places: RingPlace[] = [];
  for (let index = 0; index < stakeholders; index += 1) {
    const onRight = index % 2 === 0;
    places.push(outside(Math.floor(index / 2), onRight ? right : left, onRight));
  }
  return places;
}

function alongSide(seats: number, label: RingPlace["label"]): readonly RingPlace[] {
  // The more seats, the further they go round the ends of the oval.
  const reach = Math.min(62, 18 * seats);
  return Array.from({ length: seats }, (_, index) => {
    const share = seats === 1 ? 0 : (2 * index) / (seats - 1) - 1;
    const angle = (share * reach * Math.PI) / 180;
    const depth = label === "above" ? -1 : 1;
    return {
      left: oval.centre + oval.across * 1.12 * Math.sin(angle),
      top: oval.centre + depth * oval.down * Math.cos(angle),
      label,
    };
  });
}

function outside(index: number, seats: number, onRight: boolean): RingPlace {
  const share = seats === 1 ? 0 : (2 * index) / (seats - 1) - 1;
  const reach = Math.min(1, (seats - 1) * 0.38);
  const up = share * reach;
  const across = 41 - 5 * up * up;
  return {
    left: oval.centre + (onRight ? across : -across),
    top: oval.centre + up * 34,
    label: "below",
  };
}
