import { type Coords, type DoneCallback, TileLayer, Util } from "leaflet";
import { cellOf, type Point } from "@/lib/core/geo";
import type { MapTiles } from "./types";

type TileSource = Pick<MapTiles, "url" | "maxZoom">;

/** A tile that has not come by then is given up: a hung server must not hold the page's connections. */
const TILE_TIMEOUT_MS = 3_000;
/** So many failures in a row, and no more tiles are asked for. */
const GIVE_UP_AFTER = 5;

/** Asks for one tile before any other: a network without a way out costs a single request. */
export function probeTiles(tiles: TileSource, at: Point, zoom: number): Promise<boolean> {
  const z = Math.min(Math.max(0, Math.round(zoom)), tiles.maxZoom);
  const { x, y } = cellOf(at, z);
  return new Promise((resolve) => {
    const image = new Image();
    const settle = (loaded: boolean) => {
      window.clearTimeout(timer);
      image.onload = null;
      image.onerror = null;
      if (!loaded) image.src = Util.emptyImageUrl;
      resolve(loaded);
    };
    const timer = window.setTimeout(() => settle(false), TILE_TIMEOUT_MS);
    image.onload = () => settle(true);
    image.onerror = () => settle(false);
    image.src = Util.template(tiles.url, { s: "a", r: "", z, x, y });
  });
}

/**
 * Tiles over the sketch. Each has a time limit; after repeated failures `onRefused` is called once and nothing more
 * is requested, so that a closed network costs a handful of requests and the sketch simply stays.
 */
export class PatientTileLayer extends TileLayer {
  private failures = 0;
  private refused = false;
  private readonly onRefused: () => void;
  private readonly onShown: () => void;

  constructor(tiles: TileSource, handlers: { onRefused: () => void; onShown: () => void }) {
    super(tiles.url, { maxNativeZoom: tiles.maxZoom, maxZoom: 20, className: "map-tiles", keepBuffer: 1 });
    this.onRefused = handlers.onRefused;
    this.onShown = handlers.onShown;
  }

  protected override createTile(coords: Coords, done: DoneCallback): HTMLElement {
    if (this.refused) {
      const blank = document.createElement("img");
      blank.alt = "";
      queueMicrotask(() => done(new Error("tiles are given up"), blank));
      return blank;
    }
    let settled = false;
    const settle = (error: Error | undefined, tile: HTMLImageElement) => {
      if (settled) return;
      settled = true;
      window.clearTimeout(timer);
      if (error) {
        tile.src = Util.emptyImageUrl;
        this.countFailure();
      } else {
        this.failures = 0;
        this.onShown();
      }
      done(error, tile);
    };
    const tile = super.createTile(coords, (error, element) => {
      if (element instanceof HTMLImageElement) settle(error, element);
    });
    const timer = window.setTimeout(() => {
      if (tile instanceof HTMLImageElement) settle(new Error("tile timed out"), tile);
    }, TILE_TIMEOUT_MS);
    return tile;
  }

  private countFailure(): void {
    this.failures++;
    if (this.refused || this.failures < GIVE_UP_AFTER) return;
    this.refused = true;
    this.onRefused();
  }
}
