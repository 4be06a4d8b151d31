// Before each test file of the project `unit`: its stores are SQLite's, whoever else has a server.
delete process.env.JALON_TEST_POSTGRES;
