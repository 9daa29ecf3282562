import { Agent, type Dispatcher } from "undici";

export type Bounds = {
  connectMs: number;
  headersMs: number;
  /** Between two pieces of an answer. */
  gapMs: number;
  /** From the request to the last byte of its answer. */
  callMs: number;
  /** The same where a file is carried: a photo of 20 MB over 3 Mbit/s. */
  fileMs: number;
};

/** A whole call, its connection included, is shorter than a lease (20 s): a slow one never loses it. */
export const BOUNDS: Bounds = {
  connectMs: 3_000,
  headersMs: 8_000,
  gapMs: 10_000,
  callMs: 15_000,
  fileMs: 60_000,
};

/** Photos that residents sent, and pictures of menus: LINE names them all alike. */
const isFile = (path: string): boolean => /\/content(\?|$)/.test(path);

/** Its code is what callers hear of it: as of a connection that broke, nobody knows what became of the request. */
const unfinished = () => Object.assign(new Error("no whole answer in time"), { code: "ETIMEDOUT" });

/** undici bounds each part of an answer, never the whole: a byte every two seconds would hold a call for ever. */
const boundWhole =
  (bounds: Bounds): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) => {
    let timer: NodeJS.Timeout | undefined;
    const ms = isFile(options.path) ? bounds.fileMs : bounds.callMs;
    return dispatch(options, {
      onRequestStart(controller, context) {
        clearTimeout(timer);
        timer = setTimeout(() => controller.abort(unfinished()), ms);
        handler.onRequestStart?.(controller, context);
      },
      onRequestUpgrade: (...given) => handler.onRequestUpgrade?.(...given),
      onResponseStart: (...given) => handler.onResponseStart?.(...given),
      onResponseData: (...given) => handler.onResponseData?.(...given),
      onResponseEnd(...given) {
        clearTimeout(timer);
        handler.onResponseEnd?.(...given);
      },
      onResponseError(...given) {
        clearTimeout(timer);
        handler.onResponseError?.(...given);
      },
    });
  };

/** What carries every call to LINE, within these bounds. */
export const createBounded = (bounds: Bounds = BOUNDS): Dispatcher =>
  new Agent({
    connect: { timeout: bounds.connectMs },
    headersTimeout: bounds.headersMs,
    bodyTimeout: bounds.gapMs,
  }).compose(boundWhole(bounds));
