/** Slack adds no previews of links to what we say: a preview could carry words of a caller out to a stranger's server. */
export const noUnfurls = { unfurl_links: false, unfurl_media: false } as const;
