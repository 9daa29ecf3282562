import {
  DomUtil,
  Layer,
  type Map as LeafletMap,
  type Point as LeafletPoint,
  type ZoomAnimEvent,
} from "leaflet";
import type { MapSketch } from "@/lib/areas/sketch";
import type { Point } from "@/lib/core/geo";
import { drawLabels } from "./draw-labels";
import { drawSketch } from "./draw-sketch";
import { fittingZoom } from "./map-data";
import { DARK, LIGHT } from "./palette";
import { type SketchTopology, sketchTopology } from "./sketch-topology";

/** Drawn beyond each edge, as a share of the map's size, so that dragging does not uncover nothing. */
const MARGIN = 0.3;

/** Where a point will stand in the map pane once an animated zoom to (center, zoom) has ended. */
export function futureLayerPoint(map: LeafletMap, at: Point, zoom: number, center: Point): LeafletPoint {
  const pane = DomUtil.getPosition(map.getPane("mapPane") ?? map.getContainer());
  const origin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(pane).round();
  return map.project(at, zoom).subtract(origin);
}

/** Dark when the page's colour scheme is, whoever decided that: the system or `data-theme`. */
function isDark(element: HTMLElement): boolean {
  const scheme = getComputedStyle(element).colorScheme;
  if (scheme.includes("dark") && !scheme.includes("light")) return true;
  return scheme.includes("dark") && window.matchMedia("(prefers-color-scheme: dark)").matches;
}

/** The schematic map as one canvas beneath everything else. It asks for nothing from the network. */
export class SketchLayer extends Layer {
  private readonly sketch: MapSketch;
  private readonly topology: SketchTopology;
  private canvas: HTMLCanvasElement | null = null;
  private corner: Point = { lat: 0, lng: 0 };
  private drawnZoom = 0;
  private readonly redrawNow = () => this.redraw();
  private readonly follow = () => this.stretch(this._map.getZoom(), this._map.getCenter());
  private readonly followAnimation = (event: ZoomAnimEvent) => this.stretch(event.zoom, event.center);

  constructor(sketch: MapSketch) {
    super();
    this.sketch = sketch;
    this.topology = sketchTopology(sketch, LIGHT.land.length);
  }

  override onAdd(map: LeafletMap): this {
    const pane = map.getPane("sketch") ?? map.createPane("sketch");
    pane.style.zIndex = "150";
    pane.style.pointerEvents = "none";
    this.canvas = DomUtil.create("canvas", "leaflet-zoom-animated map-sketch", pane);
    this.canvas.setAttribute("aria-hidden", "true");
    document.fonts?.addEventListener("loadingdone", this.redrawNow);
    map
      .on("moveend viewreset resize", this.redrawNow)
      .on("zoom", this.follow)
      .on("zoomanim", this.followAnimation);
    this.redraw();
    return this;
  }

  override onRemove(map: LeafletMap): this {
    map
      .off("moveend viewreset resize", this.redrawNow)
      .off("zoom", this.follow)
      .off("zoomanim", this.followAnimation);
    document.fonts?.removeEventListener("loadingdone", this.redrawNow);
    this.canvas?.remove();
    this.canvas = null;
    return this;
  }

  /** While a zoom runs the last drawing is moved and scaled; it is drawn anew when the map comes to rest. */
  private stretch(zoom: number, center: Point): void {
    if (!this.canvas) return;
    const scale = this._map.getZoomScale(zoom, this.drawnZoom);
    DomUtil.setTransform(this.canvas, futureLayerPoint(this._map, this.corner, zoom, center), scale);
  }

  /** `scheme` "light" whatever the screen: paper is white. */
  redraw(scheme?: "light"): void {
    const { canvas, _map: map } = this;
    if (!canvas || !map) return;
    const size = map.getSize();
    if (size.x === 0 || size.y === 0) return;
    const margin = size.multiplyBy(MARGIN).round();
    const width = size.x + 2 * margin.x;
    const height = size.y + 2 * margin.y;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;

    const corner = map.containerPointToLayerPoint([-margin.x, -margin.y]).round();
    this.corner = map.layerPointToLatLng(corner);
    this.drawnZoom = map.getZoom();
    DomUtil.setTransform(canvas, corner, 1);

    const g = canvas.getContext("2d");
    if (!g) return;
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    const scene = {
      g,
      sketch: this.sketch,
      topology: this.topology,
      palette: scheme !== "light" && isDark(canvas) ? DARK : LIGHT,
      project: (point: Point) => {
        const p = map.latLngToLayerPoint(point);
        return { x: p.x - corner.x, y: p.y - corner.y };
      },
      width,
      height,
      closeness: map.getZoom() - fittingZoom(this.sketch.view),
    };
    drawSketch(scene);
    drawLabels(scene, getComputedStyle(canvas).fontFamily);
  }
}
