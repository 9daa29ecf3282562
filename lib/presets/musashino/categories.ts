import { childrenOf } from "../parts";
import type { PresetCategory } from "../types";

const top = (key: string, label: string, icon: string): PresetCategory => ({
  key,
  parentKey: null,
  label,
  icon,
});

export const musashinoCategories: PresetCategory[] = [
  top("road", "道路", "road"),
  ...childrenOf("road", [
    ["hole", "舗装の穴・ひび割れ", "circle-dot"],
    ["step", "段差", "construction"],
    ["gutter", "側溝・ますのつまり", "columns"],
    ["guardrail", "ガードレール・車止め", "fence"],
    ["mirror", "カーブミラー", "eye"],
    ["lamp", "街路灯", "lamp"],
    ["paint", "道路標示の薄れ", "minus"],
    ["sign", "案内看板", "signpost"],
    ["graffiti", "落書き・はり紙", "pencil"],
    ["other", "道路のその他", "traffic-cone"],
  ]),
  top("green", "公園・街路樹", "tree-deciduous"),
  ...childrenOf("green", [
    ["play", "遊具", "wrench"],
    ["bench", "ベンチ", "square"],
    ["tap", "水飲み・手洗い", "droplets"],
    ["toilet", "公園のトイレ", "toilet"],
    ["lamp", "公園の照明", "lamp"],
    ["fence", "柵・門", "fence"],
    ["tree", "公園の樹木", "tree-deciduous"],
    ["dirt", "ごみ・落書き", "trash-2"],
    ["street-tree", "街路樹", "leaf"],
    ["other", "公園のその他", "flower"],
  ]),
  top("smell", "下水のにおい", "wind"),
  ...childrenOf("smell", [
    ["manhole", "マンホールのにおい", "circle-dot"],
    ["inlet", "雨水ますのにおい", "columns"],
    ["building", "建物まわりのにおい", "building"],
    ["unknown", "どこからかわからないにおい", "circle-question"],
  ]),
];
