import type { TokenSource } from "#adapters/graph/token-source.ts";
import { StoreError } from "#flows/store-error.ts";
import type { Person } from "../../sandbox/directory/directory.ts";
import type { GraphService } from "../../sandbox/graph/service.ts";
import { issueToken } from "../../sandbox/graph/tokens.ts";
import type { FixedWorld } from "../doubles/fixed-world.ts";
import type { Chance } from "./chance.ts";
import type { Life } from "./life.ts";
import type { Weather } from "./weather.ts";

/** What lies between the windows and Graph. */
export interface Network {
  fetchFor(life: Life): (request: Request) => Promise<Response>;
  tokensFor(life: Life, person: Person): TokenSource;
  /** Nothing goes wrong on the way any more. */
  calm(): void;
}

interface Between {
  readonly base: FixedWorld;
  readonly service: GraphService;
  readonly chance: Chance;
  readonly weather: Weather;
}

/** A network as slow and unreliable as the weather. Requests overtake each other. */
export function newNetwork({ base, service, chance, weather }: Between): Network {
  let isCalm = false;
  const wait = (ms: number) => new Promise<void>((done) => void base.after(ms, done));
  const travel = () => {
    if (isCalm) return wait(50);
    const isSlow = chance.is(weather.slowRate);
    return wait(chance.between(10, isSlow ? weather.slowMs : weather.latencyMs));
  };

  const carry = async (life: Life, request: Request) => {
    await travel();
    // What a dying window had sent may still arrive, except where only order at home keeps it apart.
    if (life.isOver && (weather.isUniqueUndone || chance.is(0.5))) throw new TypeError("Gone");
    const response = await service.handle(request);
    await travel();
    response.headers.set("date", new Date(base.now()).toUTCString());
    return response;
  };

  return {
    calm: () => {
      isCalm = true;
    },
    fetchFor(life) {
      let offlineUntilMs = 0;
      return (request) => {
        if (!isCalm && chance.is(weather.offlineRate)) {
          offlineUntilMs = base.now() + chance.between(1000, 25_000);
        }
        if (!isCalm && base.now() < offlineUntilMs) {
          return life.heard(Promise.reject(new TypeError("Failed to fetch: offline")));
        }
        return life.heard(carry(life, request));
      };
    },
    tokensFor(life, person) {
      const cached = new Map<string, string>();
      const ask = async (scopes: readonly string[], isFresh: boolean) => {
        const known = cached.get(scopes.join(" "));
        if (known !== undefined && !isFresh) return known;
        await wait(chance.between(5, 300));
        if (!isCalm && chance.is(0.03)) throw new StoreError("no-answer", "Sign-in did not answer");
        const seconds = isCalm ? 3600 : weather.tokenSeconds;
        const token = issueToken(service.world, person, scopes, seconds);
        if (!("access_token" in token)) throw new StoreError("consent-needed", token.error);
        cached.set(scopes.join(" "), token.access_token);
        return token.access_token;
      };
      return {
        token: (scopes, wish) => life.heard(ask(scopes, wish?.fresh === true)),
      };
    },
  };
}
