import { afterEach, describe, expect, it } from "vitest";
import type { Push } from "#flows/ports.ts";

/** A list that is listened to, and what happens to it. */
export interface PushSetting {
  readonly push: Push;
  /** Adds a row to the list, as somebody else. */
  add(): Promise<void>;
  /** Deletes a row of the list, as somebody else. */
  remove(): Promise<void>;
  /** Breaks the connection; the next one may come up. */
  cut(): void;
  /** Waits by the setting's own time until this is so; fails when it does not come to be. */
  until(isSo: () => boolean): Promise<void>;
  /** Lets enough time go by for whatever was on its way to arrive. */
  pass(): Promise<void>;
  close(): Promise<void>;
}

/** What word of changes promises where nothing goes wrong but what a test breaks. */
export function describePush(name: string, open: () => Promise<PushSetting>): void {
  describe(`${name}: word of changes`, () => {
    const settings: PushSetting[] = [];
    const stops: (() => void)[] = [];
    afterEach(async () => {
      for (const stop of stops.splice(0)) stop();
      for (const setting of settings.splice(0)) await setting.close();
    });

    const start = async () => {
      const setting = await open();
      settings.push(setting);
      const listen = async () => {
        const heard = { news: 0, states: [] as boolean[] };
        const stop = setting.push.listen(
          () => {
            heard.news += 1;
          },
          (isUp) => heard.states.push(isUp),
        );
        stops.push(stop);
        await setting.until(() => heard.states.length > 0);
        return { heard, stop };
      };
      return { ...setting, listen };
    };

    it("says that it comes, and that there may be something already", async () => {
      const { listen } = await start();
      const { heard } = await listen();

      expect(heard).toEqual({ news: 1, states: [true] });
    });

    it("comes when a row is added and when one is deleted", async () => {
      const { listen, add, remove, until } = await start();
      const { heard } = await listen();
      await add();
      await until(() => heard.news === 2);
      await remove();
      await until(() => heard.news === 3);

      expect(heard.states).toEqual([true]);
    });

    it("comes to everybody who listens", async () => {
      const { listen, add, until } = await start();
      const [one, other] = [await listen(), await listen()];
      await add();

      await until(() => one.heard.news + other.heard.news === 4);

      expect([one.heard.news, other.heard.news]).toEqual([2, 2]);
    });

    it("ends for whoever stops, and for nobody else", async () => {
      const { listen, add, until, pass } = await start();
      const [one, other] = [await listen(), await listen()];
      one.stop();
      await add();
      await until(() => other.heard.news === 2);
      await pass();

      expect(one.heard).toEqual({ news: 1, states: [true] });
    });

    it("comes back by itself after a break, which is news in itself", async () => {
      const { listen, cut, until, add } = await start();
      const { heard } = await listen();
      cut();
      await until(() => heard.states.length === 3);
      expect(heard).toEqual({ news: 2, states: [true, false, true] });
      await add();

      await until(() => heard.news === 3);
    });

    it("may be stopped more than once, also before it ever came", async () => {
      const { push, pass } = await start();
      const told: boolean[] = [];
      const stop = push.listen(
        () => {},
        (isUp) => told.push(isUp),
      );
      stop();
      stop();
      await pass();

      expect(told).toEqual([]);
    });
  });
}
