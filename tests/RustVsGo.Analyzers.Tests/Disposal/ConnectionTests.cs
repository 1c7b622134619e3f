namespace RustVsGo.Analyzers.Tests.Disposal;

/// <summary>RVG2001 for connections to databases: commands and readers work with one and do not close it.</summary>
public sealed class ConnectionTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        using System.Data;
        using System.Data.Common;
        using System.Threading.Tasks;
        using Microsoft.Data.SqlClient;
        using Microsoft.Data.Sqlite;
        using MySqlConnector;
        using Npgsql;

        """;

    [Fact]
    public Task A_connection_that_nobody_closes_is_reported() => Check(
        """
        class C
        {
            static object Sql(string s)
            {
                var connection = {|RVG2001:new SqlConnection(s)|};
                connection.Open();
                using var command = new SqlCommand("select 1", connection);
                return command.ExecuteScalar();
            }

            static async Task<object> Postgres(string s)
            {
                var connection = {|RVG2001:new NpgsqlConnection(s)|};
                await connection.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = "select 1";
                return await command.ExecuteScalarAsync();
            }

            static int MySql(string s)
            {
                MySqlConnection connection = {|RVG2001:new(s)|};
                connection.Open();
                var command = new MySqlCommand("delete from t", connection);
                return command.ExecuteNonQuery();
            }

            static void Lite()
            {
                var connection = {|RVG2001:new SqliteConnection("Data Source=:memory:")|};
                connection.Open();
                var command = new SqliteCommand();
                command.Connection = connection;
                command.ExecuteNonQuery();
            }

            static int Any(DbProviderFactory factory)
            {
                var connection = {|RVG2001:factory.CreateConnection()|};
                connection.Open();
                using (var command = connection.CreateCommand())
                using (var reader = command.ExecuteReader())
                {
                    return reader.FieldCount;
                }
            }
        }
        """);

    [Fact]
    public Task A_connection_that_is_closed_or_given_away_is_accepted() => Check(
        """
        class C
        {
            static object Using(string s)
            {
                using var connection = new SqlConnection(s);
                connection.Open();
                using var command = new SqlCommand("select 1", connection);
                return command.ExecuteScalar();
            }

            static object Closed(string s)
            {
                var connection = new SqlConnection(s);
                try
                {
                    connection.Open();
                    return new SqlCommand("select 1", connection).ExecuteScalar();
                }
                finally
                {
                    connection.Close();
                }
            }

            static async Task ClosedAsync(string s)
            {
                var connection = new NpgsqlConnection(s);
                await connection.OpenAsync();
                await connection.CloseAsync();
            }

            static DbConnection Given(DbProviderFactory factory)
            {
                var connection = factory.CreateConnection();
                connection.Open();
                return connection;
            }

            static void Passed(string s)
            {
                var connection = new SqlConnection(s);
                Work(connection);
            }

            static void Work(DbConnection connection) { }
        }
        """);

    [Fact]
    public Task A_reader_or_command_that_goes_to_the_caller_takes_its_connection_along() => Check(
        """
        class C
        {
            static DbDataReader Reader(string s)
            {
                var connection = new SqlConnection(s);
                connection.Open();
                var command = new SqlCommand("select 1", connection);
                return command.ExecuteReader(CommandBehavior.CloseConnection);
            }

            static async Task<DbDataReader> ReaderAsync(string s)
            {
                var connection = new NpgsqlConnection(s);
                await connection.OpenAsync();
                var command = connection.CreateCommand();
                var reader = await command.ExecuteReaderAsync(CommandBehavior.CloseConnection);
                return reader;
            }

            static SqlCommand Command(string s)
            {
                var command = new SqlCommand();
                command.Connection = new SqlConnection(s);
                return command;
            }

            static void Handed(string s)
            {
                var connection = new SqlConnection(s);
                Work(connection.CreateCommand());
            }

            static void Work(DbCommand command) { }
        }
        """);

    private static Task Check(string program) => Verify.Catalog<DisposalAnalyzer>(Prelude + program);
}
