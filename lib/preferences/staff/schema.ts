import { z } from "zod";

export const unbindSchema = z.object({ friendId: z.number().int().positive() });
