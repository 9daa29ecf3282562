-- Freezing a million recipients spent more than half of its time on compressing their ids, which are read once or twice.
ALTER TABLE "broadcast_batches" ALTER COLUMN "friend_ids" SET STORAGE EXTERNAL;
