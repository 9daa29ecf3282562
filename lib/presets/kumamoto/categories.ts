import { childrenOf } from "../parts";
import type { PresetCategory } from "../types";

const top = (key: string, label: string, icon: string): PresetCategory => ({
  key,
  parentKey: null,
  label,
  icon,
});

export const kumamotoCategories: PresetCategory[] = [
  top("road", "道路", "road"),
  ...childrenOf("road", [
    ["hole", "舗装の穴・へこみ", "circle-dot"],
    ["crack", "段差・ひび割れ", "construction"],
    ["gutter", "側溝・ふた・ます", "columns"],
    ["tactile", "点字ブロック・縁石", "footprints"],
    ["guardrail", "ガードレール・柵", "fence"],
    ["mirror", "カーブミラー", "eye"],
    ["lamp", "外灯・道路照明", "lamp"],
    ["tree", "街路樹・雑草", "tree-deciduous"],
    ["slope", "のり面・擁壁", "triangle-alert"],
    ["flood", "路面の水・冠水", "droplets"],
    ["other", "道路のその他", "traffic-cone"],
  ]),
  top("river", "河川", "waves"),
  ...childrenOf("river", [
    ["bank", "護岸のひび・くずれ", "construction"],
    ["fence", "転落を防ぐ柵", "fence"],
    ["clog", "土砂・草木のつまり", "leaf"],
    ["dump", "ごみの投げ捨て", "trash-2"],
    ["water", "水の色・におい・魚", "droplets"],
    ["other", "河川のその他", "waves"],
  ]),
  top("park", "公園", "flower"),
  ...childrenOf("park", [
    ["play", "遊具", "wrench"],
    ["bench", "ベンチ・あずまや", "square"],
    ["toilet", "トイレ", "toilet"],
    ["tap", "水飲み・水道", "droplets"],
    ["lamp", "公園の照明", "lamp"],
    ["tree", "公園の樹木", "tree-deciduous"],
    ["fence", "フェンス・出入口", "fence"],
    ["dirt", "落書き・ごみ", "trash-2"],
    ["other", "公園のその他", "flower"],
  ]),
  top("takeaway", "資源物等の持ち去り", "recycle"),
  ...childrenOf("takeaway", [
    ["newspaper", "新聞・チラシ", "file-text"],
    ["cardboard", "段ボール", "layers"],
    ["paper", "雑誌・その他の紙", "scroll"],
    ["can", "缶", "recycle"],
    ["bottle", "びん", "recycle"],
    ["bike", "自転車", "bike"],
    ["clothes", "衣類・古布", "recycle"],
    ["pan", "なべ・やかん・フライパン", "recycle"],
    ["pet", "ペットボトル", "recycle"],
    ["battery", "乾電池", "recycle"],
    ["other", "持ち去りのその他", "truck"],
  ]),
  top("leak", "水道の漏水", "droplets"),
  ...childrenOf("leak", [
    ["seep", "にじむ漏水", "droplets"],
    ["flow", "流れる漏水", "waves"],
  ]),
];
