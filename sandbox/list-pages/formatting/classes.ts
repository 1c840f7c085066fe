/**
 * SharePoint's own classes, as far as the pages draw them: severities with a colour of their own
 * in light, dark and contrast, and the theme's grounds, text colours and sizes.
 */
const KNOWN: readonly RegExp[] = [
  /^sp-field-severity--(good|low|warning|severeWarning|blocked)$/,
  /^(ms-bgColor|sp-css-backgroundColor|sp-field-backgroundColor)-/,
  /^(ms-fontColor|ms-color|sp-css-color|sp-field-fontColor)-/,
  /^ms-font(Size|Weight)-/,
  /^sp-field-(bold|borderAllRegular|borderAllSolid|customFormatBackground)$/,
];

/** Whether the pages draw a class, or show it without. */
export function drawsClass(name: string): boolean {
  return KNOWN.some((pattern) => pattern.test(name)) && formatStyle.includes(`.${name}`);
}

/** How those classes look. */
export const formatStyle = `
:root {
  --good: #dff3e4; --low: #e4ecfb; --warning: #fdf1cf; --severe: #fbe2d2; --blocked: #f9dfe1;
  --good-ink: #0e4b21; --low-ink: #1b3a7a; --warning-ink: #5c4300; --severe-ink: #7a2f05; --blocked-ink: #7c1420;
  --theme: #4a4fb5; --theme-light: #e6e7f8; --neutral-lightest: #f6f6f8; --neutral-light: #ededf1; --neutral-mid: #c6c6cf; --neutral-dark: #45454f; --on-dark: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --good: #173d24; --low: #1d2f5a; --warning: #4a3a10; --severe: #582d12; --blocked: #571a22;
    --good-ink: #b9eac7; --low-ink: #c5d5ff; --warning-ink: #fbe3a2; --severe-ink: #ffd0b3; --blocked-ink: #ffc9cf;
    --theme: #a9adf7; --theme-light: #31335c; --neutral-lightest: #242429; --neutral-light: #2e2e35; --neutral-mid: #5a5a66; --neutral-dark: #c9c9d2; --on-dark: #17171c;
  }
}
.sp-field-severity--good { background: var(--good); color: var(--good-ink); }
.sp-field-severity--low { background: var(--low); color: var(--low-ink); }
.sp-field-severity--warning { background: var(--warning); color: var(--warning-ink); }
.sp-field-severity--severeWarning { background: var(--severe); color: var(--severe-ink); }
.sp-field-severity--blocked { background: var(--blocked); color: var(--blocked-ink); }
.ms-bgColor-themePrimary, .ms-bgColor-themeDark, .sp-css-backgroundColor-themePrimary { background: var(--theme); color: var(--on-dark); }
.ms-bgColor-themeLight, .ms-bgColor-themeLighter, .ms-bgColor-themeLighterAlt { background: var(--theme-light); }
.ms-bgColor-neutralLighter, .ms-bgColor-neutralLighterAlt, .sp-css-backgroundColor-neutralBackground { background: var(--neutral-lightest); }
.ms-bgColor-neutralLight, .ms-bgColor-neutralQuaternaryAlt { background: var(--neutral-light); }
.ms-bgColor-neutralQuaternary, .ms-bgColor-neutralTertiaryAlt, .ms-bgColor-neutralTertiary { background: var(--neutral-mid); }
.ms-bgColor-neutralDark, .ms-bgColor-neutralPrimary, .ms-bgColor-neutralSecondary { background: var(--neutral-dark); color: var(--on-dark); }
.ms-bgColor-white { background: var(--ground); }
.sp-css-backgroundColor-successBackground, .sp-css-backgroundColor-BgMintGreen, .sp-css-backgroundColor-BgLightGreen { background: var(--good); color: var(--good-ink); }
.sp-css-backgroundColor-warningBackground, .sp-css-backgroundColor-BgGold { background: var(--warning); color: var(--warning-ink); }
.sp-css-backgroundColor-errorBackground, .sp-css-backgroundColor-BgCoral { background: var(--blocked); color: var(--blocked-ink); }
.sp-css-backgroundColor-blueBackground, .sp-css-backgroundColor-BgCornflowerBlue { background: var(--low); color: var(--low-ink); }
.sp-css-backgroundColor-BgLightGray, .sp-css-backgroundColor-BgLightGrey { background: var(--neutral-light); color: var(--text); }
.ms-fontColor-neutralPrimary, .ms-fontColor-neutralDark, .ms-fontColor-black, .sp-css-color-neutralPrimary { color: var(--text); }
.ms-fontColor-neutralSecondary, .ms-fontColor-neutralTertiary { color: var(--soft); }
.ms-fontColor-themePrimary, .ms-fontColor-themeDark { color: var(--theme); }
.ms-fontColor-white { color: var(--on-dark); }
.ms-fontSize-s, .ms-fontSize-12 { font-size: 12px; } .ms-fontSize-m, .ms-fontSize-14 { font-size: 14px; } .ms-fontSize-l, .ms-fontSize-16, .ms-fontSize-18 { font-size: 17px; }
.ms-fontWeight-semibold, .ms-fontWeight-bold, .sp-field-bold { font-weight: 600; } .ms-fontWeight-regular { font-weight: 400; }
.icon { width: 14px; height: 14px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; vertical-align: -2px; flex: none; }
@media (forced-colors: active) {
  [class*="sp-field-severity--"], .formatted [class*="ms-bgColor-"] { forced-color-adjust: auto; border: 1px solid CanvasText; }
  .formatted [class*="ms-bgColor-theme"] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  .formatted [class*="ms-bgColor-neutralDark"] { forced-color-adjust: none; background: CanvasText; color: Canvas; }
  .formatted [class*="ms-bgColor-neutralQuaternary"] { forced-color-adjust: none; background: GrayText; }
  tr[class*="sp-field-severity--"] { border: 0; outline: 1px solid CanvasText; outline-offset: -1px; }
}
`;
