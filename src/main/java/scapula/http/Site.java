package scapula.http;

/** What answers requests, made of one edition of the content. */
record Site(
        Edition edition,
        ChatApi chat,
        ConversationApi conversation,
        SummaryApi summary,
        Page page,
        TalkPage talk,
        RulesPage rules,
        DocsPage docs,
        Shell shell,
        RasaChannel rasa,
        OpenAiChannel openAi,
        DeepChatChannel deepChat,
        CdsChannel cds) {

    static Site of(Edition edition, WebFiles files, Description description, Gate gate, AllowedOrigins origins) {
        TalkHtml html = new TalkHtml(new Template(files.text("talk.html")), edition.names(), edition.regions());
        ChannelDoor door = new ChannelDoor(edition, gate);
        ChannelTalk channels = new ChannelTalk(edition.conversations());
        return new Site(
                edition,
                new ChatApi(edition, gate),
                new ConversationApi(edition, gate),
                new SummaryApi(edition, gate),
                new Page(files, html, edition, origins),
                new TalkPage(edition, gate, html),
                new RulesPage(edition.guide(), new Template(files.text("rules.html")), edition.usual(), gate),
                new DocsPage(description, edition.usual()),
                new Shell(files, edition.regions()),
                new RasaChannel(door, channels),
                new OpenAiChannel(door, channels),
                new DeepChatChannel(door, channels),
                new CdsChannel(door, channels, edition.summaries()));
    }
}
