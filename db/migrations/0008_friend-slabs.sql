CREATE TABLE "friend_changes" (
	"n" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "friend_changes_n_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"friend_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "friend_slabs" (
	"slab" integer NOT NULL,
	"key" text NOT NULL,
	"bits" bit varying NOT NULL,
	CONSTRAINT "friend_slabs_slab_key_pk" PRIMARY KEY("slab","key")
);
