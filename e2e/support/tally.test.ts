import { expect, it } from "vitest";
import { add, closingLine, fromPlaywright, fromVitest, NONE } from "./tally";

it("adds what the runners report", () => {
  const vitest = fromVitest({
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [
      { name: "a.test.ts", status: "failed", message: "cannot load", assertionResults: [] },
      {
        name: "b.test.ts",
        status: "failed",
        assertionResults: [
          {
            status: "failed",
            fullName: "counts",
            failureMessages: ["\u001b[31mexpected 1\u001b[39m\n\n  at b"],
          },
          { status: "passed", fullName: "adds" },
        ],
      },
      { name: "c.test.ts", status: "passed", assertionResults: [{ status: "passed", fullName: "sees" }] },
    ],
  });
  expect(vitest).toEqual({
    passed: 5,
    failed: 2,
    skipped: 2,
    failures: ["a.test.ts\n    cannot load", "b.test.ts › counts\n    expected 1\n      at b"],
  });
  const browser = fromPlaywright({
    stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 0 },
    errors: [{ message: "no server" }],
    suites: [
      {
        suites: [
          {
            specs: [
              {
                file: "a.spec.ts",
                title: "opens",
                tests: [
                  {
                    projectName: "x",
                    status: "flaky",
                    results: [{ errors: [{ message: "late" }] }, { errors: [] }],
                  },
                  { projectName: "y", status: "expected", results: [{ errors: [] }] },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
  expect(browser).toEqual({
    passed: 3,
    failed: 2,
    skipped: 0,
    failures: ["playwright\n    no server", "[x] a.spec.ts › opens\n    late"],
  });
  expect(closingLine(add(add(NONE, vitest), browser))).toBe("8 passed, 4 failed, 2 skipped");
});
