import type { Frame, FrameContext } from "../protocol/frames.ts";
import type { Host } from "../protocol/host.ts";
import type { Viewer } from "../protocol/viewer.ts";
import type { NetworkCondition } from "../service/forwarding.ts";
import { setNetwork } from "../service/worker.ts";
import { element } from "./elements.ts";

/** What one frame needs to know of the page it stands in. */
export interface AppFrameOptions {
  readonly context: FrameContext;
  /** What a screen reader calls the frame. */
  readonly label: string;
  readonly url: string;
  readonly viewer: () => Viewer;
  readonly network: () => NetworkCondition;
  /** The page says whether it may be saved; only on the configuration page. */
  readonly onValidity?: (isValid: boolean) => void;
  readonly onSaved?: (problem: string | undefined) => void;
}

/** One page of the app in an iframe, known to the host. */
export interface AppFrame {
  readonly options: AppFrameOptions;
  readonly iframe: HTMLIFrameElement;
  /** Present while the frame is in the document. */
  readonly frame: Frame;
  load(url: string): void;
  applyNetwork(): Promise<void>;
  remove(): void;
}

const permissions =
  "allow-scripts allow-same-origin allow-popups allow-forms allow-modals allow-downloads";

/** Puts a page of the app into a place of the document and tells the host about it. */
export function placeAppFrame(host: Host, place: Element, options: AppFrameOptions): AppFrame {
  const iframe = element("iframe", {
    title: options.label,
    sandbox: permissions,
    allow: "clipboard-write",
    "data-context": options.context,
  });
  place.append(iframe);
  const page = iframe.contentWindow;
  if (!page) throw new Error("A frame outside the document has no window.");
  const { origin } = new URL(options.url);
  // The host must know the frame before it loads: the page's first act is to call.
  const frame = host.addFrame({
    window: page,
    origin,
    context: options.context,
    viewer: options.viewer,
  });
  iframe.src = options.url;
  return {
    options,
    iframe,
    frame,
    load: (url) => {
      iframe.src = url;
    },
    applyNetwork: () => setNetwork(page, options.network()),
    remove: () => {
      host.removeFrame(frame);
      iframe.remove();
    },
  };
}
