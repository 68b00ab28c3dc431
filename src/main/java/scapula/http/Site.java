package scapula.http;

/** What answers requests, made of one edition of the content. */
record Site(
        Edition edition,
        ChatApi chat,
        ConversationApi conversation,
        SummaryApi summary,
        Later<Page> page,
        TalkPage talk,
        Later<RulesPage> rules,
        Later<DocsPage> docs,
        Later<Shell> shell,
        RasaChannel rasa,
        OpenAiChannel openAi,
        DeepChatChannel deepChat,
        CdsChannel cds) {

    static Site of(Edition edition, WebFiles files, Gate gate, AllowedOrigins origins) {
        TalkHtml html = new TalkHtml(new Template(files.text("talk.html")), edition.names(), edition.regions());
        ChannelDoor door = new ChannelDoor(edition, gate);
        ChannelTalk channels = new ChannelTalk(edition.conversations());
        return new Site(
                edition,
                new ChatApi(edition, gate),
                new ConversationApi(edition, gate),
                new SummaryApi(edition, gate),
                new Later<>(() -> new Page(files, html, edition, origins)),
                new TalkPage(edition, gate, html),
                new Later<>(() -> new RulesPage(
                        edition.guide().get(), new Template(files.text("rules.html")), edition.usual(), gate)),
                new Later<>(() -> new DocsPage(Description.read(), edition.usual())),
                new Later<>(() -> new Shell(files, edition.regions())),
                new RasaChannel(door, channels),
                new OpenAiChannel(door, channels),
                new DeepChatChannel(door, channels),
                new CdsChannel(door, channels, edition.summaries()));
    }
}
