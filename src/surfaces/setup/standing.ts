import { type SetupPicture, barredBy, isWorkToDo, placeOf } from "#flows/setup/setup-state.ts";

/** Where the setup stands, in one sentence that says what to do next. */
export function standing(picture: SetupPicture, isGrantedOnly = false): string {
  if (picture.finding) return "Looking for the recommended site.";
  const { chosen, lines } = picture;
  if (chosen === undefined) {
    return isGrantedOnly
      ? "Save stays closed until you can open the site."
      : "Choose a site. Then press Save.";
  }
  if (placeOf(picture) !== undefined)
    return `Ready. Press Save to keep decisions on ${chosen.name}.`;
  if (barredBy(picture) !== undefined) {
    return isGrantedOnly
      ? "Ask your administrator to make the lists."
      : "Choose another site, or ask an owner of this one.";
  }
  const busy = lines.find(({ state }) => state.kind === "being-made");
  if (busy) return `Making the list ${busy.list} ready. This can take a minute.`;
  if (lines.some(({ state }) => state.kind === "looking")) return `Looking at ${chosen.name}.`;
  if (lines.some(({ state }) => state.kind === "failed")) return "Something failed. Try again.";
  if (lines.some((line) => isWorkToDo(line))) return "Make the lists ready. Then press Save.";
  return "Save stays closed until both lists are ready.";
}
