/**
 * Hands text to the browser as a file to keep. Whether it arrives is the browser's and the meeting
 * client's affair: a frame that may not download is refused without a word.
 */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after this click has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
