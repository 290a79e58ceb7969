import type { LoaderFunctionArgs } from "@remix-run/node";
import { arrangeBoard, readBoardQuery } from "~/deadlines/board";
import { boardCsv } from "~/deadlines/board-csv";
import { getBoard } from "~/deadlines/get-board.server";
import { requireAccess } from "~/people/require-access.server";
import { today } from "~/platform/clock.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "board.csv");
  const query = readBoardQuery(new URL(args.request.url).searchParams);
  const day = today();
  const { rows } = await getBoard({ actor, programmeId: query.programme, today: day });
  return new Response(boardCsv(arrangeBoard(rows, query), day), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="board-${day}.csv"`,
    },
  });
}
