import { NextResponse } from "next/server";
import { routeSandbox } from "@/lib/auth/sandbox-gate";
import { sandboxGateway } from "@/lib/sandbox-client/gateway";
import { residentId } from "@/lib/sandbox-client/schema";

/** What LINE would give the resident's phone when it opens a page of ours: an ID token of the sandbox's LINE Login. */
export const POST = routeSandbox<{ id: string }>(async (sandboxUrl, _request, { id }) =>
  NextResponse.json(await sandboxGateway(sandboxUrl).issueIdToken(residentId.parse(id))),
);
