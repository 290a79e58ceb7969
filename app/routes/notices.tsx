import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listNotices } from "~/notifications/list-notices.server";
import { NoticeList } from "~/notifications/notice-list";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import { now } from "~/platform/clock.server";
import { pageNumber } from "~/platform/page-number";
import type { PageHandle } from "~/platform/page-scripts";
import { Button } from "~/ui/button";
import { formatPlural } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";
import { Pagination } from "~/ui/pagination";
import { PostForm } from "~/ui/post-form";

export const handle: PageHandle = { title: "Notices" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "notices");
  const page = pageNumber(args.request);
  return { page, ...(await listNotices({ actor, page, now: now() })) };
}

export default function Notices() {
  const { page, pages, notices, unread } = useLoaderData<typeof loader>();
  const unreadHere = notices.filter(({ read }) => !read);
  return (
    <ServicePage width="narrow">
      <PageHeading>Notices</PageHeading>
      {notices.length === 0 && <p className="govuk-body">You have no notices.</p>}
      {notices.length > 0 && (
        <p className="govuk-body">
          {unread === 0 ? "You have read all your notices." : `${formatPlural(unread, "notice")} not read yet.`}
        </p>
      )}
      {unreadHere.length > 1 && (
        <PostForm action="/notices/read" reloadDocument>
          {unreadHere.map(({ id }) => (
            <input key={id} type="hidden" name="notice[]" value={id} />
          ))}
          <Button variant="secondary">Mark all on this page as read</Button>
        </PostForm>
      )}
      <NoticeList notices={notices} />
      <Pagination page={page} pages={pages} hrefFor={(number) => `/notices?page=${number}`} />
    </ServicePage>
  );
}
