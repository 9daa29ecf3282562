/**
 * Counts of a test run, added up from the runners' own reports, and for each failure its name and the beginning of what
 * it said: a log is often read from its end. Pure.
 */
export type Tally = { passed: number; failed: number; skipped: number; failures: string[] };
export const NONE: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
});

const SAID_LINES = 12;
// Runners colour what they say; a report read from a file needs none of it.
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");
const told = (name: string, said: (string | undefined)[]): string => {
  const lines = said.join("\n").replace(COLOUR, "").split("\n");
  return [name, ...lines.filter((line) => line.trim() !== "").slice(0, SAID_LINES)].join("\n    ");
};

/** Vitest's JSON report. A file that could not even be loaded counts as one failure. */
export function fromVitest(report: {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[];
  }[];
}): Tally {
  const broken = report.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0);
  const failed = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => told(`${file.name} › ${test.fullName}`, test.failureMessages ?? [])),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    failures: [...broken.map((file) => told(file.name, [file.message])), ...failed],
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

type Said = { message?: string };
type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs?: {
    file: string;
    title: string;
    tests: { projectName: string; status: string; results: { errors: Said[] }[] }[];
  }[];
};

const failuresOf = (suite: PlaywrightSuite): string[] => [
  ...(suite.suites ?? []).flatMap(failuresOf),
  ...(suite.specs ?? []).flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ projectName, results }) =>
        told(
          `[${projectName}] ${file} › ${title}`,
          results.flatMap(({ errors }) => errors.map(({ message }) => message)),
        ),
      ),
  ),
];

/** Playwright's JSON report. A test that passed only on a second try is a failure: flaky is not green. */
export function fromPlaywright(
  report: PlaywrightSuite & {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors?: Said[];
  },
): Tally {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const errors = report.errors ?? [];
  return {
    passed: expected,
    failed: unexpected + flaky + errors.length,
    skipped,
    failures: [...errors.map(({ message }) => told("playwright", [message])), ...failuresOf(report)],
  };
}

export const closingLine = (t: Tally): string =>
  `${t.passed} passed, ${t.failed} failed, ${t.skipped} skipped`;
