import { errorFields, log } from "@/lib/core/log";

/**
 * One kind of background work, done again and again by this process: at once while there is some, else when woken or
 * after `pollMs`. An error is logged and waited out; it ends nothing.
 */
export function createLoop(options: { name: string; pollMs: number; work: () => Promise<number> }): {
  start: () => void;
  wake: () => void;
  stop: () => Promise<void>;
} {
  let stopping = false;
  let woken = false;
  let rouse: (() => void) | undefined;
  let running: Promise<void> | undefined;

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      if (woken || stopping) return resolve();
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async () => {
    let failures = 0;
    while (!stopping) {
      woken = false;
      let done = 0;
      try {
        done = await options.work();
        failures = 0;
      } catch (error) {
        failures += 1;
        log.error({ event: "loop.failed", loop: options.name, failures, ...errorFields(error) });
        await new Promise((resolve) => setTimeout(resolve, Math.min(5_000, 200 * 2 ** failures)));
      }
      if (done === 0 && !stopping) await rest(options.pollMs);
    }
  };

  return {
    start: () => {
      running ??= run();
    },
    wake: () => {
      woken = true;
      rouse?.();
    },
    stop: async () => {
      stopping = true;
      rouse?.();
      await running;
    },
  };
}
