import type { Act, NewResident } from "@/lib/sandbox-client/act";
import {
  type ResidentsAnswer,
  residentsAnswer,
  type Seen,
  type SeenCursor,
  seenAnswer,
  type TalkAnswer,
  talkAnswer,
} from "@/lib/sandbox-client/schema";

/** Our own routes for the phone. Each call throws ApiError when refused. */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`sandbox route answered ${status}`);
    this.status = status;
  }
}

const BASE = "/sandbox/api";
const of = (id: string) => `${BASE}/residents/${encodeURIComponent(id)}`;

async function call(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, { cache: "no-store", ...init });
  if (!response.ok) throw new ApiError(response.status);
  return response;
}
const post = (path: string, body: object) =>
  call(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

export const sandboxApi = {
  async residents(): Promise<ResidentsAnswer> {
    return residentsAnswer.parse(await (await call(`${BASE}/residents`)).json());
  },
  async addResident(input: NewResident): Promise<string> {
    const answer: { id: string } = await (await post(`${BASE}/residents`, input)).json();
    return answer.id;
  },
  async talk(id: string): Promise<TalkAnswer> {
    return talkAnswer.parse(await (await call(`${of(id)}/talk`)).json());
  },
  streamAddress: (id: string, after: number) => `${of(id)}/stream?after=${after}`,
  async act(id: string, act: Act): Promise<void> {
    await post(`${of(id)}/act`, act);
  },
  async sendPhotos(id: string, photos: { name: string; blob: Blob }[]): Promise<void> {
    const form = new FormData();
    for (const { name, blob } of photos) form.append("file", blob, name);
    await call(`${of(id)}/photos`, { method: "POST", body: form });
  },
  async seen(cursor: SeenCursor): Promise<Seen> {
    const query = new URLSearchParams(Object.entries(cursor).map(([list, last]) => [list, String(last)]));
    return seenAnswer.parse(await (await call(`${BASE}/seen?${query}`)).json());
  },
};
