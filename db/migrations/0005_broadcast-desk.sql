CREATE TABLE "broadcast_presence" (
	"broadcast_id" uuid NOT NULL,
	"staff_id" integer NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "broadcast_presence_broadcast_id_staff_id_pk" PRIMARY KEY("broadcast_id","staff_id")
);
--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "writer_ids" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "broadcast_presence" ADD CONSTRAINT "broadcast_presence_broadcast_id_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "public"."broadcasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_presence" ADD CONSTRAINT "broadcast_presence_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;