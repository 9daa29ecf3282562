import { leaveHere } from "@/lib/auth/flow";
import { demandOwnOrigin, errorResponse, publicGate } from "@/lib/auth/gate";

/** A form's target, so that signing out works before any script has run, and for people without a role. */
export async function POST(): Promise<Response> {
  try {
    await demandOwnOrigin();
    await leaveHere(await publicGate("sign-out"));
    return new Response(null, {
      status: 303,
      headers: { Location: "/sign-in?out=1", "Cache-Control": "no-store" },
    });
  } catch (error) {
    return errorResponse(error);
  }
}
