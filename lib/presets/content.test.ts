import { describe, expect, it } from "vitest";
import { cityProfile } from "@/lib/city/profile";
import { kumamoto } from "./kumamoto/city";
import { musashino } from "./musashino/city";

const twice = (list: string[]) => list.filter((one, i) => list.indexOf(one) !== i);

describe.each([kumamoto, musashino])("$profile.name", (city) => {
  it("has a profile that says it is a demo, and no real phone number", () => {
    expect(cityProfile.parse(city.profile)).toEqual(city.profile);
    expect(city.profile.disclaimer).toContain("架空のデモです");
    const numbers = [
      ...city.profile.phones.map((phone) => phone.number),
      ...city.sections.map((one) => one.phone ?? ""),
    ];
    for (const number of numbers) expect(number).toMatch(/^0\d+-00\d?-?00\d\d$|^$/);
  });

  it("names each thing once, and only what is there", () => {
    const areas = city.areas.map((area) => area.key);
    const sections = city.sections.map((section) => section.key);
    const tops = city.categories
      .filter((category) => category.parentKey === null)
      .map((category) => category.key);
    expect(twice(areas)).toEqual([]);
    expect(twice(sections)).toEqual([]);
    expect(twice(city.categories.map((category) => category.key))).toEqual([]);
    for (const { parentKey } of city.categories) if (parentKey) expect(tops).toContain(parentKey);
    for (const route of city.routes) {
      expect(tops).toContain(route.categoryKey);
      expect(sections).toContain(route.sectionKey);
      if (route.areaKey) expect(areas).toContain(route.areaKey);
      for (const mail of route.mailTo) expect(mail).toMatch(/^[a-z-]+@example\.jp$/);
    }
  });

  it("has a section for every category, wherever it is", () => {
    for (const { key, parentKey } of city.categories) {
      if (parentKey === null) {
        expect(
          city.routes.some((route) => route.categoryKey === key && route.areaKey === null),
          key,
        ).toBe(true);
      }
    }
  });

  it("has every area in its bounds", () => {
    const { south, west, north, east } = city.profile.bounds;
    for (const { point, name } of city.areas) {
      expect(point.lat > south && point.lat < north && point.lng > west && point.lng < east, name).toBe(true);
    }
  });
});

it("Musashino mails each branch to its own section", () => {
  const mails = musashino.routes.map((route) => route.mailTo.join());
  expect(new Set(mails).size).toBe(musashino.routes.length);
  expect(musashino.areas).toHaveLength(13);
});
